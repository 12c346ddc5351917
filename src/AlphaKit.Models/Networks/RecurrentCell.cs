namespace AlphaKit.Models;

/// <summary>What a recurrent layer computes in a step; formulas as in PyTorch.</summary>
public enum RecurrentCell
{
    /// <summary>
    /// Gated recurrent unit: r = σ(W_ir x + b_ir + W_hr h + b_hr), z likewise, n = tanh(W_in x + b_in + r · (W_hn h + b_hn)),
    /// h′ = (1 − z) · n + z · h. Weight rows in the order r, z, n.
    /// </summary>
    Gru = 0,

    /// <summary>
    /// Long short-term memory: i, f, o = σ(…), g = tanh(…), c′ = f · c + i · g, h′ = o · tanh(c′). Weight rows in the order i, f, g, o.
    /// </summary>
    Lstm = 1,
}
