/** AffectJ as a job of Apache Spark: the analysis of many inputs by many computers, into Parquet. */
package org.affectj.cluster;
