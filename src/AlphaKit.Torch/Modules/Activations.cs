namespace AlphaKit.Torch.Modules;

/// <summary>The function between the two linear layers of a transformer.</summary>
public enum Activations
{
    /// <summary>max(0, x).</summary>
    ReLU = 0,

    /// <summary>x Φ(x).</summary>
    GELU = 1,
}
