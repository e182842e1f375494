/**
 * Many inputs to many outputs, unattended: a damaged file is reported and skipped, the rest goes on, and a run that was
 * stopped is gone on with by its manifest. May use {@code pipeline} and what lies below it, and sees no ImageJ: who
 * calls says how files are opened. Start reading at {@link org.affectj.batch.Batch}.
 */
package org.affectj.batch;
