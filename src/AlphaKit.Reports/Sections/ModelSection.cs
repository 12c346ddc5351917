using System.Globalization;
using AlphaKit.Models;

namespace AlphaKit.Reports;

/// <summary>A model that was trained walking forward: its folds, in and out of sample, and what the last one learnt.</summary>
internal static class ModelSection
{
    /// <summary>Most coefficients shown.</summary>
    public const int MostCoefficients = 30;

    /// <summary>The section of one model.</summary>
    /// <param name="model">The result of the training.</param>
    /// <param name="number">Its place among the models, from 1.</param>
    public static Section Of(WalkForwardResult model, int number) => new(
        string.Create(CultureInfo.InvariantCulture, $"model-{number}"),
        number == 1 ? "Model" : string.Create(CultureInfo.InvariantCulture, $"Model {number}"),
        number == 1 ? "模型滚动训练" : string.Create(CultureInfo.InvariantCulture, $"模型滚动训练 {number}"),
        (
            $"{model.Spec.Name}, {Show.Count(model.Trained.Count)} folds; mean out-of-sample RankIC {Show.Percent(model.OutOfSampleRankIc, 2)}. Each fold is trained on the past alone and scores the days after it.",
            $"{model.Spec.Name}，{Show.Count(model.Trained.Count)} 折；样本外平均 RankIC {Show.Percent(model.OutOfSampleRankIc, 2)}。每折只用过去训练，为其后的日子打分。"),
        html => Write(html, model));

    private static void Write(HtmlWriter html, WalkForwardResult model)
    {
        Table folds = model.Folds;
        IReadOnlyList<DateOnly> starts = folds["predict_from"].Dates;
        new BarChart("RankIC by fold", "各期 RankIC", [.. starts.Select(d => new Words(d.ToString("yyyy-MM", CultureInfo.InvariantCulture)))],
        [
            new BarSeries("In sample", "样本内", Tone.Muted, folds["in_sample_rank_ic"].Numbers),
            new BarSeries("Out of sample", "样本外", Tone.Strategy, folds["oos_rank_ic"].Numbers),
        ])
        {
            Note = ("By first month of prediction. A large difference between the two means that the model learnt noise.", "按预测起始月份。两者相差很大，说明模型学到的是噪声。"),
        }.WriteTo(html);
        Coefficients(html, model.Coefficients);
        new TableView(folds)
        {
            Title = "Folds",
            Chinese = "滚动训练",
            Rows = 60,
            Columns = ["fold", "train_from", "cut", "predict_from", "predict_to", "samples", "in_sample_rank_ic", "oos_ic", "oos_rank_ic", "oos_days"],
        }.WriteTo(html);
        if (model.Notes.Count > 0)
        {
            using (html.In("div", ("class", "panel"))) DataSection.Bullets(html, model.Notes);
        }
    }

    private static void Coefficients(HtmlWriter html, Table coefficients)
    {
        if (coefficients.RowCount == 0) return;
        IReadOnlyList<double> folds = coefficients["fold"].Numbers, values = coefficients["value"].Numbers;
        TableColumn names = coefficients["coefficient"];
        double last = folds.Max();
        int[] rows = [.. Enumerable.Range(0, coefficients.RowCount).Where(i => folds[i] == last).OrderByDescending(i => Math.Abs(values[i])).ThenBy(i => names.Shown(i), StringComparer.Ordinal)];
        Waterfall.Write(html, "What the last fold learnt", "末期系数",
            [.. rows.Take(MostCoefficients).Select(i => (names.Shown(i), "", values[i], new Words(Show.Fixed(values[i], 4)), values[i] < 0 ? Tone.Loss : Tone.Gain))],
            rows.Length > MostCoefficients
                ? ($"The {MostCoefficients} largest of {rows.Length} coefficients by size; red is positive, teal negative.", $"{rows.Length} 个系数中绝对值最大的 {MostCoefficients} 个；红正青负。")
                : ("By size; red is positive, teal negative.", "按绝对值排列；红正青负。"));
    }
}
