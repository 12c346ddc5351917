namespace AlphaKit.Portfolio;

/// <summary>Where the interior point ended.</summary>
/// <param name="Weights">N weights inside their bounds.</param>
/// <param name="RowDuals">Per row: above zero where the lower limit holds the objective up, below zero where the upper one does.</param>
/// <param name="TurnoverDual">Multiplier of the turnover cap, not negative.</param>
/// <param name="Iterations">Factorisations done.</param>
/// <param name="Residual">The largest of relative gap, row residual and dual residual at the end, in scaled units.</param>
internal sealed record InteriorPointResult(double[] Weights, double[] RowDuals, double TurnoverDual, int Iterations, double Residual);
