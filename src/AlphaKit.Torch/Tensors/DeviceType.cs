namespace AlphaKit.Torch;

/// <summary>Kind of device; the values are libtorch's own.</summary>
public enum DeviceType
{
    /// <summary>The processor.</summary>
    CPU = 0,

    /// <summary>A CUDA card.</summary>
    CUDA = 1,
}
