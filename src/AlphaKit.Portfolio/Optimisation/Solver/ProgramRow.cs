namespace AlphaKit.Portfolio;

/// <summary>One row of a <see cref="StructuredProgram"/>: lower ≤ x'w ≤ upper, either side possibly infinite.</summary>
/// <param name="Loadings">x.</param>
/// <param name="Lower">Lower limit, or −∞.</param>
/// <param name="Upper">Upper limit, or +∞.</param>
/// <param name="Factor">The risk factor whose exposure x'(w − centre) is; −1 for a row without risk.</param>
internal readonly record struct ProgramRow(Loadings Loadings, double Lower, double Upper, int Factor);
