namespace AlphaKit.Models;

/// <summary>What follows the linear head.</summary>
public enum RecurrentOutput
{
    /// <summary>The logistic function: scores between 0 and 1.</summary>
    Sigmoid = 0,

    /// <summary>Nothing; gradients do not fade for high scores.</summary>
    Linear = 1,
}
