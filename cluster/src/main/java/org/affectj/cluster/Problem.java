package org.affectj.cluster;

import java.io.Serializable;

/**
 * Why an input has no results, or not of all of it.
 *
 * @param source address of the input
 * @param table name of its results
 * @param status {@code failed}, {@code changed} or {@code damaged}, as in the tables of a batch
 * @param message a sentence
 */
record Problem(String source, String table, String status, String message) implements Serializable {
}
