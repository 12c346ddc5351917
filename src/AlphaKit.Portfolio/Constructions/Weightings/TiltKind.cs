namespace AlphaKit.Portfolio;

/// <summary>How scores become the factors of a tilt.</summary>
public enum TiltKind
{
    /// <summary>factor = score^strength: for probabilities and other scores that are not negative.</summary>
    Proportional = 0,

    /// <summary>factor = exp(strength · z) with z the score standardised over the pool (mean 0, standard deviation 1, divisor N): for any scores.</summary>
    Exponential = 1,
}
