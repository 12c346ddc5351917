namespace AlphaKit.Torch;

/// <summary>A device was asked for that this machine or this libtorch does not have.</summary>
public sealed class TorchDeviceException : TorchException
{
    internal TorchDeviceException(Device device, int available)
        : base(available == 0
            ? $"Device '{device}' was asked for, but no CUDA device can be used: libtorch is built without CUDA, or the driver sees no card. Use torch.CPU, or test torch.cuda.is_available() first."
            : $"Device '{device}' was asked for, but there are only {available} CUDA devices (cuda:0 to cuda:{available - 1}).")
    {
        Device = device;
        Available = available;
    }

    /// <summary>The device that was asked for.</summary>
    public Device Device { get; }

    /// <summary>How many CUDA devices can be used.</summary>
    public int Available { get; }
}
