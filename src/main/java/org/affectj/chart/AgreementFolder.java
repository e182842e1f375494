package org.affectj.chart;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.affectj.analysis.ColumnAgreement;
import org.affectj.analysis.CsvTable;
import org.affectj.analysis.TableAgreement;
import org.affectj.metrics.IntraclassCorrelation.Form;
import org.affectj.metrics.KappaWeights;

/** The folder of a comparison: {@code agreement.csv}, a row for each pair of columns, and a picture for each. */
public final class AgreementFolder {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 640;

    private AgreementFolder() {
    }

    /**
     * @param folder made if it doesn't exist; files of the same names are replaced
     * @param result what was found
     * @return the table
     * @throws org.affectj.AffectException if a file can't be written
     */
    public static Path write(final Path folder, final TableAgreement.Result result) {
        final Path table = folder.resolve("agreement.csv");
        CsvTable.write(table, List.of("first", "second", "pairs", "first_mean", "second_mean", "pearson",
            "ccc", "icc_2_1", "icc_3_1", "rmse", "bias", "difference_sd", "limit_low", "limit_high",
            "kappa", "weighted_kappa"), csv -> result.columns().forEach(agreement -> csv.row(cells(agreement))));
        for (final ColumnAgreement agreement : result.columns())
            if (!agreement.isNominal() && agreement.concordance().count() > 1)
                ChartStyle.write(folder.resolve(agreement.columns().first() + ".png"),
                    List.of(AgreementChart.scatter(agreement), AgreementChart.differences(agreement)),
                    2, WIDTH, HEIGHT);
        return table;
    }

    private static List<Object> cells(final ColumnAgreement agreement) {
        final List<Object> cells = new ArrayList<>(List.of(agreement.columns().first(), agreement.columns().second(),
            agreement.concordance().count()));
        for (final double figure : figures(agreement))
            cells.add(agreement.isNominal() ? Double.NaN : figure);
        cells.add(agreement.kappa(KappaWeights.NONE));
        cells.add(agreement.kappa(KappaWeights.QUADRATIC));
        return cells;
    }

    private static double[] figures(final ColumnAgreement agreement) {
        return new double[] { agreement.concordance().meanX(), agreement.concordance().meanY(),
            agreement.concordance().correlation(), agreement.concordance().value(), agreement.icc(Form.ICC_2_1),
            agreement.icc(Form.ICC_3_1), agreement.differences().rootMeanSquare(), agreement.differences().mean(),
            agreement.differences().deviation(), agreement.differences().limits().low(),
            agreement.differences().limits().high() };
    }
}
