namespace AlphaKit.Torch.Modules;

/// <summary>Remembers the generator of a device and puts it back when disposed.</summary>
internal sealed unsafe class RngState : IDisposable
{
    private readonly Device _device;
    private readonly Tensor _state;

    public RngState(Device device)
    {
        _device = device;
        nint state;
        Native.Check(Native.ak_rng_get((int)device.type, device.index, &state), "get_rng_state");
        _state = new Tensor(state).DetachFromDisposeScope();
    }

    public void Dispose()
    {
        int code = Native.ak_rng_set((int)_device.type, _device.index, _state.Handle);
        _state.Dispose();
        Native.Check(code, "set_rng_state");
    }
}
