namespace AlphaKit.Models;

/// <summary>
/// A decoder over the days of a share: embedding and positional encoding, market sentiment added to each step, causal blocks with normalised queries
/// and keys and SwiGLU, the state of the last valid step, three heads: return, Sharpe ratio and drawdown.
/// </summary>
public sealed class CausalDecoder : torch.nn.Module<Tensor, Tensor?, Tensor?, (Tensor Return, Tensor Sharpe, Tensor Drawdown)>
{
    private readonly CausalDecoderOptions _options;
    private readonly Linear _embedding;
    private readonly Linear? _sentiment1;
    private readonly Linear? _sentiment2;
    private readonly ModuleList<CausalDecoderBlock> _blocks;
    private readonly LayerNorm _norm;
    private readonly Linear _return;
    private readonly Linear _sharpe;
    private readonly Linear _drawdown;

    /// <summary>Makes the network with PyTorch's first weights; seed with <c>torch.manual_seed</c>.</summary>
    /// <param name="options">The shape; null for the defaults.</param>
    /// <exception cref="ArgumentException">The width is no multiple of the heads.</exception>
    public CausalDecoder(CausalDecoderOptions? options = null)
        : base(nameof(CausalDecoder))
    {
        _options = options ?? new CausalDecoderOptions();
        CausalDecoderOptions o = _options;
        if (o.Width % o.Heads != 0) throw new ArgumentException($"The width {o.Width} is no multiple of {o.Heads} heads.", nameof(options));
        register_module("embedding", _embedding = torch.nn.Linear(o.Features, o.Width));
        if (o.SentimentFeatures > 0)
        {
            register_module("sentiment1", _sentiment1 = torch.nn.Linear(o.SentimentFeatures, o.Width));
            register_module("sentiment2", _sentiment2 = torch.nn.Linear(o.Width, o.Width));
        }

        register_module("blocks", _blocks = torch.nn.ModuleList([.. Enumerable.Range(0, o.Layers).Select(_ => new CausalDecoderBlock(o))]));
        register_module("norm", _norm = torch.nn.LayerNorm(o.Width));
        register_module("return_head", _return = torch.nn.Linear(o.Width, 1));
        register_module("sharpe_head", _sharpe = torch.nn.Linear(o.Width, 1));
        register_module("drawdown_head", _drawdown = torch.nn.Linear(o.Width, 1));
    }

    internal CausalDecoderOptions Options => _options;

    /// <summary>Computes the three heads.</summary>
    /// <param name="input1">[batch, steps, features].</param>
    /// <param name="input2">Sentiment, [batch, sentiment features]; null if the network has none.</param>
    /// <param name="input3">
    /// [batch, steps], true for steps that are padding; null for none. Padding is never attended to, whatever stands in it; a sample that is all padding
    /// has the state 0 and no gradient.
    /// </param>
    /// <returns>Return, Sharpe ratio and drawdown, each [batch].</returns>
    /// <exception cref="ArgumentException">A shape is wrong, or sentiment is given or missing against the options.</exception>
    public override (Tensor Return, Tensor Sharpe, Tensor Drawdown) forward(Tensor input1, Tensor? input2, Tensor? input3)
    {
        TensorShape.Require(input1, nameof(input1), -1, -1, _options.Features);
        if (_sentiment1 is null != input2 is null) throw new ArgumentException(_sentiment1 is null ? "The network was made without sentiment." : "The network needs sentiment.", nameof(input2));
        using DisposeScope scope = torch.NewDisposeScope();
        long batch = input1.size(0), steps = input1.size(1);
        Tensor x = input1;
        Tensor mask = torch.ones([1, 1, steps, steps], ScalarType.Bool, x.device).tril();
        Tensor? padding = null;
        if (input3 is not null)
        {
            TensorShape.Require(input3, nameof(input3), batch, steps);
            padding = input3;
            mask = mask.logical_and(padding.logical_not().view(batch, 1, 1, steps));
            x = x.masked_fill(padding.unsqueeze(2), 0.0);
        }

        x = _embedding.forward(x) + PositionalEncoding.Of((int)steps, _options.Width).to(x.device);
        if (input2 is not null)
        {
            TensorShape.Require(input2, nameof(input2), batch, _options.SentimentFeatures);
            x = x + _sentiment2!.forward(torch.nn.functional.silu(_sentiment1!.forward(input2))).unsqueeze(1);
        }

        foreach (CausalDecoderBlock block in _blocks) x = block.forward(x, mask);
        Tensor last = _norm.forward(Last(x, padding));
        if (padding is not null) last = last.masked_fill(padding.all(1).unsqueeze(1), 0.0);
        return (
            _return.forward(last).squeeze(1).MoveToOuterDisposeScope(),
            _sharpe.forward(last).squeeze(1).MoveToOuterDisposeScope(),
            _drawdown.forward(last).squeeze(1).MoveToOuterDisposeScope());
    }

    /// <summary>The state of the last step that is not padding.</summary>
    private static Tensor Last(Tensor x, Tensor? padding)
    {
        long batch = x.size(0), steps = x.size(1), width = x.size(2);
        if (padding is null) return x.select(1, steps - 1);
        Tensor positions = torch.arange(steps, ScalarType.Int64, x.device).unsqueeze(0).expand(batch, steps);
        Tensor last = positions.masked_fill(padding, 0).amax([1]);
        return x.gather(1, last.view(batch, 1, 1).expand(batch, 1, width)).squeeze(1);
    }
}
