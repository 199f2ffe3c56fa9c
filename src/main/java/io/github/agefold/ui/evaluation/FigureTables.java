package io.github.agefold.ui.evaluation;

import atlantafx.base.theme.Styles;
import io.github.agefold.evaluation.EvaluationReport;
import io.github.agefold.evaluation.SummaryTables;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/** The report's main tables on the screen: the same that the command prints. */
final class FigureTables {
    private FigureTables() {}

    static List<Node> of(EvaluationReport report) {
        List<Node> nodes = new ArrayList<>();
        for (SummaryTables.Table table : SummaryTables.tables(report)) {
            GridPane grid = new GridPane();
            grid.getStyleClass().add("figure-table");
            for (int row = 0; row < table.rows().size(); row++) {
                List<String> cells = table.rows().get(row);
                for (int column = 0; column < cells.size(); column++) {
                    Label label = new Label(cells.get(column));
                    label.setWrapText(row == 0);
                    if (row == 0) {
                        label.getStyleClass().add("quiet");
                    }
                    if (column > 0) {
                        label.getStyleClass().add("number");
                        GridPane.setHalignment(label, HPos.RIGHT);
                    }
                    grid.add(label, column, row);
                }
            }
            Label heading = new Label(table.title());
            heading.getStyleClass().add(Styles.TITLE_4);
            nodes.add(heading);
            nodes.add(grid);
        }
        return nodes;
    }
}
