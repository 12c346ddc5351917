using AlphaKit.Models;
using AlphaKit.Reports;

namespace AlphaKit.Snippets;

internal static class TrainingCurves
{
    #region training-curves
    public static Report WithCurves(Report report, WalkForwardResult result) =>
        result.Trained[^1].Model is NetworkModel network ? report.With(network.Curves) : report;
    #endregion
}
