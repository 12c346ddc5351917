using System.Globalization;

namespace AlphaKit.Reports;

/// <summary>The folds of a model that was trained walking forward.</summary>
internal static class ModelSection
{
    /// <summary>The section of one model.</summary>
    /// <param name="folds">One row per fold.</param>
    /// <param name="number">Its place among the models, from 1.</param>
    public static Section Of(Table folds, int number) => new(
        string.Create(CultureInfo.InvariantCulture, $"model-{number}"),
        number == 1 ? "Model" : $"Model {number}",
        "模型滚动训练",
        "Each fold is trained on the past alone and scores the days after it.",
        html => new TableView(folds) { Title = "Folds", Chinese = "滚动训练", Rows = 60 }.WriteTo(html));
}
