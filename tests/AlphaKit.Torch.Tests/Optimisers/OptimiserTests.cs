using AlphaKit.Torch.Modules;

namespace AlphaKit.Torch.Tests.Optimisers;

public sealed class OptimiserTests
{
    [TorchFact]
    public void A_resumed_optimiser_goes_on_as_if_it_had_never_stopped()
    {
        foreach (Func<IEnumerable<Parameter>, torch.optim.Optimizer> make in new Func<IEnumerable<Parameter>, torch.optim.Optimizer>[]
        {
            ps => torch.optim.AdamW(ps, 0.01, amsgrad: true), ps => torch.optim.Adam(ps, 0.01, weight_decay: 0.1), ps => torch.optim.SGD(ps, 0.01, momentum: 0.9),
        })
        {
            using DisposeScope scope = torch.NewDisposeScope();
            Tensor x = torch.randn(8, 3), y = torch.randn(8, 2);
            using Linear net = torch.nn.Linear(3, 2);
            using torch.optim.Optimizer whole = make(net.parameters());
            Steps(net, whole, 3);
            string path = Path.GetTempFileName();
            try
            {
                SafetensorsFile.Write(path, whole.state_dict());
                using Linear copy = torch.nn.Linear(3, 2);
                copy.load_state_dict(net.state_dict());
                using torch.optim.Optimizer resumed = make(copy.parameters());
                resumed.load_state_dict(SafetensorsFile.Read(path).ToTensors());
                Steps(net, whole, 4);
                Steps(copy, resumed, 4);
                Assert.Equal(net.weight.data<float>().ToArray(), copy.weight.data<float>().ToArray());
                Assert.Equal(net.bias!.data<float>().ToArray(), copy.bias!.data<float>().ToArray());
            }
            finally
            {
                File.Delete(path);
            }

            void Steps(Linear n, torch.optim.Optimizer o, int count)
            {
                for (int i = 0; i < count; i++)
                {
                    o.zero_grad();
                    torch.nn.functional.mse_loss(n.forward(x), y).backward();
                    o.step();
                }
            }
        }
    }

    [TorchFact]
    public void A_state_that_does_not_fit_is_refused_whole()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using Linear net = torch.nn.Linear(3, 2);
        using torch.optim.Optimizer optimiser = torch.optim.AdamW(net.parameters());
        Dictionary<string, Tensor> state = new() { ["lr"] = torch.tensor(0.1), ["state.0.exp_avg"] = torch.zeros(2, 2), ["state.7.step"] = torch.tensor([1L]), ["state.0.momentum_buffer"] = torch.zeros(2, 3) };
        StateDictException broken = Assert.Throws<StateDictException>(() => optimiser.load_state_dict(state));
        Assert.Equal(["state.0.momentum_buffer", "state.7.step"], broken.Unexpected);
        Assert.Single(broken.Misshapen);
        Assert.Equal(1e-3, optimiser.LearningRate);
    }

    [TorchFact]
    public void Parameters_without_a_gradient_stay_as_they_are()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using Linear used = torch.nn.Linear(3, 2), unused = torch.nn.Linear(3, 2);
        float[] before = unused.weight.data<float>().ToArray();
        using torch.optim.Optimizer optimiser = torch.optim.AdamW(used.parameters().Concat(unused.parameters()), 0.1);
        used.forward(torch.ones(1, 3)).sum().backward();
        optimiser.step();
        Assert.Equal(before, unused.weight.data<float>().ToArray());
        Assert.DoesNotContain("state.2.step", optimiser.state_dict().Keys);
    }

    [TorchFact]
    public void Bounds_are_held()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using Linear net = torch.nn.Linear(1, 1);
        Assert.Throws<ArgumentException>(() => torch.optim.AdamW([]));
        Assert.Throws<ArgumentException>(() => torch.optim.AdamW([net.weight, net.weight]));
        Assert.Throws<ArgumentOutOfRangeException>(() => torch.optim.AdamW(net.parameters(), -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => torch.optim.AdamW(net.parameters(), double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => torch.optim.Adam(net.parameters(), beta2: 1));
        Assert.Throws<ArgumentException>(() => torch.optim.SGD(net.parameters(), 0.1, nesterov: true));
    }

    [TorchFact]
    public void Clipping_scales_all_gradients_together_and_reports_the_norm_before()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Parameter a = torch.nn.Parameter(torch.zeros(1)), b = torch.nn.Parameter(torch.zeros(1));
        (a * 3.0 + b * 4.0).sum().backward();
        Assert.Equal(5, torch.nn.utils.clip_grad_norm_([a, b], 10), 6);
        Assert.Equal(3f, a.grad!.item<float>());
        Assert.Equal(5, torch.nn.utils.clip_grad_norm_([a, b], 1), 6);
        Assert.Equal(0.6f, a.grad!.item<float>(), 1e-5f);
        Assert.Equal(0.8f, b.grad!.item<float>(), 1e-5f);
        torch.nn.utils.clip_grad_value_([a, b], 0.7);
        Assert.Equal(0.7f, b.grad!.item<float>(), 1e-6f);
        (a * double.NaN).sum().backward();
        Assert.Throws<InvalidOperationException>(() => torch.nn.utils.clip_grad_norm_([a, b], 1, error_if_nonfinite: true));
        Assert.Throws<ArgumentOutOfRangeException>(() => torch.nn.utils.clip_grad_norm_([a, b], 0));
    }

    [TorchFact]
    public void A_warm_up_hands_over_to_the_cosine_at_its_milestone()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using Linear net = torch.nn.Linear(1, 1);
        using torch.optim.Optimizer optimiser = torch.optim.AdamW(net.parameters(), 1.0);
        torch.optim.lr_scheduler.LRScheduler schedule = torch.optim.lr_scheduler.SequentialLR(optimiser,
            [torch.optim.lr_scheduler.LinearLR(optimiser, 0.25, 1, 3), torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, 4)], [3]);
        List<double> rates = [];
        for (int i = 0; i < 8; i++)
        {
            rates.Add(Math.Round(optimiser.LearningRate, 12));
            schedule.step();
        }

        // 1/4, 1/2, 3/4, then ½ (1 + cos(π k / 4)).
        Assert.Equal([0.25, 0.5, 0.75, 1, 0.853553390593, 0.5, 0.146446609407, 0], rates);
        schedule.last_epoch = 5;
        Assert.Equal(0.5, optimiser.LearningRate, 12);
        Assert.Throws<ArgumentException>(() => torch.optim.lr_scheduler.SequentialLR(optimiser, [schedule], [1]));
    }

    [TorchFact]
    public void A_lambda_and_an_exponential_follow_their_formulas()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using Linear net = torch.nn.Linear(1, 1);
        using torch.optim.Optimizer optimiser = torch.optim.SGD(net.parameters(), 2.0);
        torch.optim.lr_scheduler.LRScheduler lambda = torch.optim.lr_scheduler.LambdaLR(optimiser, epoch => 1.0 / (1 + epoch));
        lambda.step();
        Assert.Equal(1.0, lambda.get_last_lr());
        torch.optim.lr_scheduler.LRScheduler exponential = torch.optim.lr_scheduler.ExponentialLR(optimiser, 0.5);
        exponential.step();
        exponential.step();
        Assert.Equal(0.5, exponential.get_last_lr());
    }
}
