using AlphaKit.Torch.Modules;

namespace AlphaKit.Torch.Tests.Tensors;

[Collection("alone")]
public sealed class LifetimeTests
{
    [TorchFact]
    public void A_scope_frees_what_was_made_in_it_and_keeps_what_was_moved_out()
    {
        Memory.Collect();
        using DisposeScope outer = torch.NewDisposeScope();
        Tensor kept, lost;
        long before = Tensor.TotalCount;
        using (DisposeScope scope = torch.NewDisposeScope())
        {
            lost = torch.ones(3) * 2.0;
            kept = (lost + 1.0).MoveToOuterDisposeScope();
            Assert.Equal(2, scope.DisposablesCount); // ones and lost
            Assert.Equal(before + 3, Tensor.TotalCount);
        }

        Assert.True(lost.IsInvalid);
        Assert.Throws<ObjectDisposedException>(() => lost.sum());
        Assert.Equal([3f, 3f, 3f], kept.data<float>().ToArray());
        Assert.Equal(before + 1, Tensor.TotalCount);
    }

    [TorchFact]
    public void A_detached_tensor_outlives_every_scope()
    {
        Tensor free;
        using (torch.NewDisposeScope())
        using (torch.NewDisposeScope()) free = torch.ones(2).DetachFromDisposeScope();
        Assert.Equal(2, free.numel());
        free.Dispose();
        free.Dispose();
        Assert.True(free.IsInvalid);
    }

    [TorchFact]
    public void Scopes_end_in_reverse_order_and_on_their_own_thread()
    {
        DisposeScope outer = torch.NewDisposeScope(), inner = torch.NewDisposeScope();
        Assert.Throws<InvalidOperationException>(outer.Dispose);
        Exception? elsewhere = null;
        Thread thread = new(() => elsewhere = Record.Exception(inner.Dispose));
        thread.Start();
        thread.Join();
        Assert.IsType<InvalidOperationException>(elsewhere);
        inner.Dispose();
        outer.Dispose();
    }

    [TorchFact]
    public void Many_early_disposals_in_a_scope_do_not_grow_it()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using Tensor x = torch.ones(2);
        for (int i = 0; i < 10_000; i++) (x + 1.0).Dispose();
        Assert.Equal(1, scope.DisposablesCount);
    }

    [TorchFact]
    public void What_nobody_disposes_the_collector_frees()
    {
        Memory.Collect();
        long before = Tensor.TotalCount;
        Make();
        Memory.Collect();
        Assert.Equal(before, Tensor.TotalCount);

        static void Make()
        {
            for (int i = 0; i < 1000; i++) _ = torch.ones(10);
        }
    }

    [TorchFact]
    public void An_array_under_a_tensor_is_pinned_until_the_tensor_goes()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        float[] numbers = [1, 2, 3, 4, 5, 6];
        Tensor t = torch.from_array(numbers, 2, 3);
        numbers[5] = 60;
        Assert.Equal(75f, (t.sum() + 0.0).item<float>());
        t.mul_(2);
        Assert.Equal(120f, numbers[5]);
    }

    [TorchFact]
    [Trait("Speed", "Slow")]
    public void Thousands_of_training_steps_leave_tensors_and_memory_as_they_were()
    {
        Memory.Collect();
        long before = Tensor.TotalCount;
        Train();
        Memory.Collect();
        Assert.Equal(before, Tensor.TotalCount);

        static void Train()
        {
            using DisposeScope all = torch.NewDisposeScope();
            using Net net = new();
            using torch.optim.Optimizer optimiser = torch.optim.AdamW(net.parameters(), 1e-3);
            Tensor x = torch.randn(8, 4, 6), y = torch.randn(8);
            long tensors = 0, resident = 0;
            for (int i = 0; i < 3000; i++)
            {
                using (torch.NewDisposeScope())
                {
                    optimiser.zero_grad();
                    Tensor loss = torch.nn.functional.mse_loss(net.forward(x), y);
                    loss.backward();
                    torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0);
                    optimiser.step();
                }

                if (i != 800) continue;
                Memory.Collect();
                (tensors, resident) = (Tensor.TotalCount, Memory.Resident());
            }

            Assert.Equal(tensors, Tensor.TotalCount);
            Memory.Collect();
            Assert.InRange(Memory.Resident(), 0, (resident * 1.01) + (4 << 20));
        }
    }

    [TorchFact]
    [Trait("Speed", "Slow")]
    public void Gradients_in_CSharp_are_let_go_with_their_graph()
    {
        Run(100);
        long resident = Memory.Resident();
        Run(1500);
        Assert.InRange(Memory.Resident(), 0, (resident * 1.02) + (16 << 20));

        static void Run(int times)
        {
            for (int i = 0; i < times; i++)
            {
                using DisposeScope scope = torch.NewDisposeScope();
                float[] big = new float[20_000];
                Tensor x = torch.randn([20_000], requires_grad: true), e;
                using (torch.no_grad()) e = x.exp();
                torch.autograd.custom([x], [e], [e], (g, s) =>
                {
                    GC.KeepAlive(big);
                    return [g[0]! * s[0]!];
                })[0].sum().backward();
            }

            Memory.Collect();
        }
    }

    private sealed class Net : torch.nn.Module<Tensor, Tensor>
    {
        private readonly GRU gru = torch.nn.GRU(6, 8, batchFirst: true);
        private readonly MultiheadAttention attention = torch.nn.MultiheadAttention(8, 2, batch_first: true);
        private readonly Linear fc = torch.nn.Linear(8, 1);

        public Net()
            : base("net") =>
            RegisterComponents();

        public override Tensor forward(Tensor input)
        {
            Tensor h = gru.forward(input).Item1;
            return fc.forward(attention.forward(h, h, h).Item1.select(1, -1)).squeeze(-1);
        }
    }
}
