namespace AlphaKit.Portfolio;

/// <summary>What a run leaves behind. Rows count from the first day read; arrays "of the range" from the first day wanted.</summary>
internal sealed class AShareEstimateData
{
    public AShareEstimateData(RiskInputs inputs, int first)
    {
        Inputs = inputs;
        First = first;
        Factors =
        [
            RiskFactors.Country,
            .. inputs.Styles.Select(RiskFactors.NameOf),
            .. inputs.Industry is null ? [] : Industry.All.Select(RiskFactors.NameOf),
        ];
        int range = inputs.Days - first;
        Residuals = new float[inputs.Days * inputs.Count];
        Residuals.AsSpan().Fill(float.NaN);
        FactorReturns = new double[inputs.Days * Factors.Length];
        FactorReturns.AsSpan().Fill(double.NaN);
        SpecificSurprise = new double[inputs.Days];
        Exposures = new float[range][];
        Active = new bool[range][];
        Specific = new float[range][];
        Regressions = new RegressionStatistics?[range];
    }

    public RiskInputs Inputs { get; }

    /// <summary>First row for which risk is wanted.</summary>
    public int First { get; }

    public string[] Factors { get; }

    /// <summary>T × N, NaN where there is none.</summary>
    public float[] Residuals { get; }

    /// <summary>T × K, NaN where there is none.</summary>
    public double[] FactorReturns { get; }

    /// <summary>B² of specific returns by day.</summary>
    public double[] SpecificSurprise { get; }

    /// <summary>Of the range: N × S.</summary>
    public float[][] Exposures { get; }

    /// <summary>Of the range: which styles exist.</summary>
    public bool[][] Active { get; }

    /// <summary>Of the range: σ before the regime adjustment; empty on a day without.</summary>
    public float[][] Specific { get; }

    public RegressionStatistics?[] Regressions { get; }

    public void Keep(int t, float[] exposures, bool[] active)
    {
        if (t < First) return;
        Exposures[t - First] = exposures;
        Active[t - First] = active;
    }
}
