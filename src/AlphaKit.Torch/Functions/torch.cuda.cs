namespace AlphaKit.Torch;

/// <content>CUDA.</content>
public static partial class torch
{
    /// <summary>CUDA cards.</summary>
    public static class cuda
    {
        /// <summary>True when libtorch has CUDA and the driver sees a card.</summary>
        public static bool is_available() => Native.ak_cuda_is_available() != 0;

        /// <summary>Number of cards that can be used.</summary>
        public static int device_count() => Native.ak_cuda_device_count();

        /// <summary>Waits for everything that was asked of a card.</summary>
        /// <param name="device">Number of the card; −1 for the current one.</param>
        public static void synchronize(int device = -1) => Native.Check(Native.ak_cuda_synchronize(device), "cuda.synchronize");
    }
}
