namespace AlphaKit.Portfolio;

/// <summary>Towards what a sample covariance is shrunk.</summary>
public enum ShrinkageTarget
{
    /// <summary>The mean variance times the identity (Ledoit and Wolf 2004, "A well-conditioned estimator for large-dimensional covariance matrices").</summary>
    ScaledIdentity = 0,

    /// <summary>The sample variances with the mean correlation (Ledoit and Wolf 2004, "Honey, I shrunk the sample covariance matrix").</summary>
    ConstantCorrelation = 1,
}
