namespace AlphaKit.Torch.Tests.Functions;

[Collection("alone")]
public sealed class RuntimeTests
{
    [TorchFact]
    public void The_library_tells_its_version() => Assert.Matches(@"^\d+\.\d+", torch.__version__);

    [TorchFact]
    public void OpenBLAS_keeps_no_threads_of_its_own_whatever_libtorch_may_use()
    {
        int before = torch.get_num_threads();
        try
        {
            torch.set_num_threads(2);
            Assert.Equal(2, torch.get_num_threads());
            Assert.True(Native.ak_blas_threads() is -1 or 1, $"OpenBLAS has {Native.ak_blas_threads()} threads.");
        }
        finally
        {
            torch.set_num_threads(before);
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => torch.set_num_threads(0));
    }

    [TorchFact]
    public void One_thread_and_two_give_the_same_bits()
    {
        int before = torch.get_num_threads();
        try
        {
            Assert.Equal(Train(1), Train(2));
        }
        finally
        {
            torch.set_num_threads(before);
        }

        // Large enough that libtorch does share the work out.
        static float[] Train(int threads)
        {
            torch.set_num_threads(threads);
            using DisposeScope scope = torch.NewDisposeScope();
            torch.manual_seed(11);
            using PeerNets.Gru net = new();
            using torch.optim.Optimizer optimiser = torch.optim.AdamW(net.parameters(), 0.01);
            Tensor x = torch.randn(3000, 20, 6), y = torch.randn(3000);
            for (int i = 0; i < 3; i++)
            {
                optimiser.zero_grad();
                Tensor p = net.forward([x]);
                torch.nn.functional.mse_loss(p, y).backward();
                optimiser.step();
            }

            return [.. net.parameters().SelectMany(p => p.data<float>().ToArray())];
        }
    }

    [TorchFact]
    public void A_restored_generator_draws_the_same_again()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        torch.manual_seed(3);
        torch.randn(5);
        Tensor state = torch.get_rng_state();
        float[] first = torch.randn(40).data<float>().ToArray();
        torch.set_rng_state(state);
        Assert.Equal(first, torch.randn(40).data<float>().ToArray());
    }

    [TorchFact]
    public void A_card_that_is_not_here_is_named()
    {
        if (torch.cuda.is_available()) return;
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor x = torch.ones(2);
        TorchDeviceException missing = Assert.Throws<TorchDeviceException>(() => x.to(torch.device("cuda:1")));
        Assert.Equal(1, missing.Device.index);
        Assert.Equal(0, missing.Available);
        Assert.Throws<TorchDeviceException>(() => x.cuda());
        Assert.Throws<TorchDeviceException>(() => torch.zeros([2], device: torch.CUDA));
        using AlphaKit.Torch.Modules.Linear net = torch.nn.Linear(2, 2);
        Assert.Throws<TorchDeviceException>(() => net.to(torch.CUDA));
        Assert.Equal(DeviceType.CPU, net.weight.device_type);
        Assert.Throws<TorchDeviceException>(() => torch.jit.load([(byte)'P', (byte)'K', 3, 4], torch.CUDA));
    }

    [Theory]
    [InlineData("cpu", "cpu")]
    [InlineData("cuda", "cuda")]
    [InlineData("cuda:3", "cuda:3")]
    public void Devices_have_names(string text, string name) => Assert.Equal(name, torch.device(text).ToString());

    [Theory]
    [InlineData("gpu")]
    [InlineData("cuda:x")]
    [InlineData("cuda:1:2")]
    [InlineData("")]
    public void Other_names_are_no_devices(string text) => Assert.Throws<ArgumentException>(() => torch.device(text));
}
