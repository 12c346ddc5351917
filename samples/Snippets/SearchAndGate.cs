using AlphaKit.Factors;
using AlphaKit.Models;

namespace AlphaKit.Snippets;

internal static class SearchAndGate
{
    public static void Run()
    {
        #region search
        SearchSpace space = new(
            SearchDimension.LogUniform("rate", 0.01, 0.3),
            SearchDimension.Integer("leaves", 4, 64),
            SearchDimension.Choice("label", "ZScore", "RankToNormal"));
        SearchedScorer searched = new()
        {
            Model = "boosting",
            Space = space,
            Create = p => new GradientBoostingScorer { Rate = p.Number("rate"), MostLeaves = p.Integer("leaves"), Label = Enum.Parse<LabelScale>(p.Choice("label")) },
            Trials = 40,
            Blocks = 3,                      // validated on three blocks of days inside the training window
            Pruning = new MedianPruning(),   // a trial that is behind after a block is stopped
            LogFolder = "trials",            // one file of JSON lines per training window; a stopped search goes on from it
        };
        #endregion
        Console.WriteLine(searched.Name);

        #region search-own
        SearchResult result = HyperparameterSearch.Run(
            new SearchSpace(SearchDimension.Uniform("x", -1, 1)),
            (point, trial) => -Math.Pow(point.Number("x") - 0.3, 2),
            new SearchOptions { Trials = 30, Seed = 1 });
        Console.WriteLine(result.Best);
        Console.WriteLine(result.ToTable());
        #endregion
    }

    #region elastic-net
    public static void PrintPath(TrainingSet set, TrainingContext context)
    {
        foreach (ElasticNetPoint point in new ElasticNetScorer { AbsoluteShare = 0.9 }.FitPath(set, context))
            Console.WriteLine($"{point.Penalty:G3}: {point.Used} features");
    }
    #endregion

    #region text-features
    public static FeatureTensor Texts(FeatureTensor x, IReadOnlyList<TextItem> reports, string folder)
    {
        using FileStream config = File.OpenRead(Path.Combine(folder, "config.json")), vocabulary = File.OpenRead(Path.Combine(folder, "vocab.txt"));
        WordPieceTokenizer tokenizer = WordPieceTokenizer.Read(vocabulary);
        BertEncoder network = BertEncoder.Load(Path.Combine(folder, "model.safetensors"), BertOptions.ReadConfig(config));
        using BertTextEncoder encoder = new(tokenizer, network);
        IReadOnlyList<TextEmbedding> vectors = TextFeatures.Project(TextFeatures.Embed(reports, encoder), width: 16); // or vectors of your own
        FeatureTensor texts = TextFeatures.Compute(x.Axes, x.Members, vectors, new TextFeatureOptions { KnownAt = Clock.Close });
        return new FeatureTensor([.. x.Features, .. texts.Features], x.Members);
    }
    #endregion

    #region expert-gate
    public static ExpertGateResult Gate(WalkForwardResult gru, WalkForwardResult boosting, LabelValues y, double[] volatility)
    {
        ExpertGateResult gate = ExpertGate.Train(
            [gru.Scores, boosting.Scores], y, WalkForwardPlan.HalfYearly,
            series: [new GateSeries("volatility", volatility, Clock.Close)]);
        Console.WriteLine(gate);         // mean IC of the gate, of the best fixed weights, of equal weights
        Console.WriteLine(gate.Weights); // the weight of each expert on each day
        return gate;
    }
    #endregion
}
