using AlphaKit.Torch.Modules;

namespace AlphaKit.Torch.Tests.Modules;

public sealed class ModuleTests
{
    [TorchFact]
    public void Names_of_the_state_are_those_of_PyTorch()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Assert.Equal(["weight_ih_l0", "weight_hh_l0", "bias_ih_l0", "bias_hh_l0", "weight_ih_l0_reverse", "weight_hh_l0_reverse", "bias_ih_l0_reverse", "bias_hh_l0_reverse"],
            torch.nn.GRU(3, 2, bidirectional: true).state_dict().Keys);
        Assert.Equal(["weight", "bias", "running_mean", "running_var", "num_batches_tracked"], torch.nn.BatchNorm1d(3).state_dict().Keys);
        Assert.Equal(["in_proj_weight", "in_proj_bias", "out_proj.weight", "out_proj.bias"], torch.nn.MultiheadAttention(4, 2).state_dict().Keys);
        Assert.Equal(["0.weight", "0.bias", "last.weight"], torch.nn.Sequential(("0", torch.nn.Linear(2, 2)), ("relu", torch.nn.ReLU()), ("last", torch.nn.Linear(2, 1, hasBias: false))).state_dict().Keys);
        Assert.Equal("layers.1.self_attn.in_proj_weight", torch.nn.TransformerEncoder(torch.nn.TransformerEncoderLayer(4, 2, 8), 2).named_parameters().ElementAt(12).name);
    }

    [TorchFact]
    public void Loading_checks_everything_before_it_writes()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using Linear net = torch.nn.Linear(3, 2);
        float[] before = net.weight.data<float>().ToArray();
        Dictionary<string, Tensor> state = new() { ["weight"] = torch.zeros(2, 3), ["bias"] = torch.zeros(3), ["extra"] = torch.zeros(1) };
        StateDictException broken = Assert.Throws<StateDictException>(() => net.load_state_dict(state));
        Assert.Equal(["extra"], broken.Unexpected);
        Assert.Contains("float32[3] for float32[2]", broken.Misshapen[0], StringComparison.Ordinal);
        Assert.Equal(before, net.weight.data<float>().ToArray());
        state["bias"] = torch.ones(2);
        Assert.Throws<StateDictException>(() => net.load_state_dict(state));
        (IList<string> missing, IList<string> unexpected) = net.load_state_dict(state, strict: false);
        Assert.Empty(missing);
        Assert.Equal(["extra"], unexpected);
        Assert.Equal([1f, 1f], net.bias!.data<float>().ToArray());
        state.Remove("bias");
        Assert.Equal(["bias"], Assert.Throws<StateDictException>(() => net.load_state_dict(state, skip: ["extra"])).Missing);
    }

    [TorchFact]
    public void A_row_that_may_attend_to_nothing_gives_zeros_with_zero_gradient()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using MultiheadAttention attention = torch.nn.MultiheadAttention(4, 2, batch_first: true);
        using (torch.no_grad()) attention.out_proj.bias!.fill_(0.25);
        Tensor x = torch.randn([2, 3, 4], requires_grad: true);
        Tensor padding = torch.tensor([true, true, true, false, false, true], [2, 3]);
        (Tensor y, Tensor? weights) = attention.forward(x, x, x, padding);
        y.sum().backward();
        Assert.All(y[0].contiguous().data<float>().ToArray(), v => Assert.Equal(0.25f, v)); // the bias alone
        Assert.All(weights![0].contiguous().data<float>().ToArray(), v => Assert.Equal(0f, v));
        Assert.All(x.grad![0].contiguous().data<float>().ToArray(), v => Assert.Equal(0f, v));
        Assert.All(weights[1].sum(1).data<float>().ToArray(), v => Assert.Equal(1f, v, 1e-6f));
        Assert.True(x.grad!.isfinite().all().item<bool>());
    }

    [TorchFact]
    public void Attention_by_function_equals_attention_by_module_and_masks_the_future()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor q = torch.randn(2, 3, 5, 4), k = torch.randn(2, 3, 5, 4), v = torch.randn(2, 3, 5, 4);
        Tensor all = torch.nn.functional.scaled_dot_product_attention(q, k, v, is_casual: true);
        Tensor mask = torch.ones([5, 5], ScalarType.Bool).tril();
        Near(all, torch.nn.functional.scaled_dot_product_attention(q, k, v, mask));
        // The first target sees the first source only.
        Near(all.select(2, 0), v.select(2, 0));
        Tensor none = torch.zeros([5, 5], ScalarType.Bool);
        Assert.True(torch.nn.functional.scaled_dot_product_attention(q, k, v, none).eq(0).all().item<bool>());

        static void Near(Tensor a, Tensor b) => Assert.True((a - b).abs().max().item<float>() < 1e-6);
    }

    [TorchFact]
    public void Training_and_evaluation_reach_every_module_inside()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using Sequential net = torch.nn.Sequential(torch.nn.Dropout(0.5), torch.nn.BatchNorm1d(4));
        Tensor x = torch.randn(16, 4);
        net.eval();
        Assert.All(net.modules(), m => Assert.False(m.training));
        Assert.Equal(net.forward(x).data<float>().ToArray(), net.forward(x).data<float>().ToArray());
        net.train();
        Assert.NotEqual(net.forward(x).data<float>().ToArray(), net.forward(x).data<float>().ToArray());
        Assert.Equal(2, net.state_dict()["1.num_batches_tracked"].item<long>());
    }

    [TorchFact]
    public void Converting_keeps_the_parameters_the_same_objects()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using Sequential net = torch.nn.Sequential(torch.nn.Linear(3, 2), torch.nn.BatchNorm1d(2));
        Parameter[] before = [.. net.parameters()];
        net.forward(torch.randn(4, 3)).sum().backward();
        net.to(ScalarType.Float64);
        Assert.Equal(before, net.parameters());
        Assert.All(before, p => Assert.Equal(ScalarType.Float64, p.dtype));
        Assert.Equal(ScalarType.Float64, before[0].grad!.dtype);
        Assert.Equal(ScalarType.Int64, net.state_dict()["1.num_batches_tracked"].dtype);
        Assert.Equal(ScalarType.Float64, net.forward(torch.randn([4, 3], ScalarType.Float64)).dtype);
    }

    [TorchFact]
    public void Parts_have_names_of_their_own()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using Sequential net = torch.nn.Sequential(torch.nn.ReLU());
        Assert.Throws<ArgumentException>(() => net.append("0", torch.nn.ReLU()));
        Assert.Throws<ArgumentException>(() => net.append("a.b", torch.nn.ReLU()));
        Assert.Throws<ArgumentException>(() => net.register_module("self", net));
        Assert.Throws<ArgumentException>(() => net.register_buffer("", torch.zeros(1)));
    }

    [TorchFact]
    public void Parameters_outlive_scopes_and_die_with_their_module()
    {
        Linear net;
        using (torch.NewDisposeScope()) net = torch.nn.Linear(3, 2);
        Assert.False(net.weight.IsInvalid);
        net.Dispose();
        Assert.True(net.weight.IsInvalid);
    }

    [TorchFact]
    public void A_shared_module_counts_its_parameters_once()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Linear shared = torch.nn.Linear(2, 2);
        using Sequential net = torch.nn.Sequential(shared, torch.nn.ReLU(), shared);
        Assert.Equal(2, net.parameters().Count());
        Assert.Equal(4, net.state_dict().Count);
    }

    [TorchFact]
    public void First_values_follow_their_definitions()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        torch.manual_seed(1);
        Tensor w = torch.nn.init.xavier_uniform_(torch.empty(200, 100));
        Assert.InRange(w.abs().max().item<double>(), 0.97 * Math.Sqrt(6.0 / 300), Math.Sqrt(6.0 / 300));
        Tensor k = torch.nn.init.kaiming_uniform_(torch.empty(200, 100));
        Assert.InRange(k.abs().max().item<double>(), 0.97 * Math.Sqrt(6.0 / 100), Math.Sqrt(6.0 / 100));
        foreach (long[] shape in new long[][] { [5, 8], [8, 5] })
        {
            Tensor q = torch.nn.init.orthogonal_(torch.empty(shape), gain: 2);
            Tensor square = shape[0] < shape[1] ? q.matmul(q.t()) : q.t().matmul(q);
            Assert.True((square - (torch.eye(5) * 4)).abs().max().item<float>() < 1e-5);
        }

        Assert.Throws<ArgumentException>(() => torch.nn.init.xavier_uniform_(torch.empty(3)));
    }
}
