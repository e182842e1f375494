package org.affectj.imagej.explorer;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.util.EnumMap;
import java.util.Map;

import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTabbedPane;

import org.affectj.chart.ResultChartKind;

/** Everything in the explorer's window: what to draw at the left, charts and rows in tabs, the frame below. */
final class ExplorerPanel extends JPanel {

    private static final long serialVersionUID = 1L;

    private final JTabbedPane tabs = new JTabbedPane();
    private final Map<ResultChartKind, ChartTab> charts = new EnumMap<>(ResultChartKind.class);

    /**
     * @param exploration what is looked at
     * @param save asks where to save charts
     */
    ExplorerPanel(final Exploration exploration, final SaveDialog save) {
        super(new BorderLayout(8, 8));
        setBorder(BorderFactory.createEmptyBorder(8, 8, 8, 8));
        for (final ResultChartKind kind : ResultChartKind.values())
            if (kind.fits(exploration.outline())) {
                final ChartTab tab = new ChartTab(exploration, kind, save);
                charts.put(kind, tab);
                tabs.addTab(kind.toString(), tab);
            }
        tabs.addTab("Table", new JScrollPane(new RowsTable(exploration)));
        tabs.addChangeListener(change -> draw());
        tabs.setPreferredSize(new Dimension(900, 560));
        add(new Choices(exploration), BorderLayout.WEST);
        add(tabs, BorderLayout.CENTER);
        add(new FrameBar(exploration), BorderLayout.SOUTH);
        draw();
    }

    /** Brings a chart to the front. */
    void show(final ResultChartKind kind) {
        tabs.setSelectedComponent(charts.get(kind));
    }

    private void draw() {
        if (tabs.getSelectedComponent() instanceof ChartTab tab) tab.draw();
    }
}
