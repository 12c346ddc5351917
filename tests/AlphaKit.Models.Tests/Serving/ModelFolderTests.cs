using System.Diagnostics;
using System.Globalization;

namespace AlphaKit.Models.Tests.Serving;

[Collection("libtorch")]
public sealed class ModelFolderTests : IDisposable
{
    private static readonly TrainingOptions s_short = new() { Epochs = 2, Patience = 2, Seeds = 2, DaysPerBatch = 4, Rate = LearningRate.Constant(0.01) };

    private readonly string _folder = Directory.CreateTempSubdirectory("alphakit-model").FullName;
    private readonly Study _study = Study.Random(3, 60, 30, 4, 0.5);

    private static NetworkScorer[] All =>
    [
        new RecurrentScorer { Hidden = 6, Cell = RecurrentCell.Lstm, Output = RecurrentOutput.Linear, Inputs = [new SequenceInput { Steps = 4, Scale = SequenceScale.None }, new SequenceInput { Steps = 3, Stride = 2 }], Training = s_short },
        new MixtureScorer
        {
            Inputs = [new SequenceInput { Steps = 6, Features = ["f1", "f0"] }, new SequenceInput { Steps = 3, Stride = 5 }, new SequenceInput { Steps = 5, LeastHistory = 0.8 }],
            Network = new MixtureOptions { Hidden = 8, Heads = 2, Channels = 6, TopExperts = 2 }, Training = s_short,
        },
        new AttentionDnnScorer { Inputs = [new SequenceInput { Steps = 1 }], Training = s_short },
        new DecoderScorer { Inputs = [new SequenceInput { Steps = 5 }], Network = new CausalDecoderOptions { Width = 8, Heads = 2, Layers = 2, FeedForward = 12 }, Training = s_short },
    ];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [TorchFact]
    [Trait("Speed", "Slow")]
    public void A_saved_model_is_served_by_a_process_without_libtorch_and_scores_as_the_trained_one()
    {
        foreach (NetworkScorer scorer in All)
        {
            NetworkModel trained = Fit(scorer);
            ModelFolder.Save(trained, _folder);
            ServedModel loaded = ModelFolder.Load(_folder, threads: 2), direct = ServedModel.Of(trained);
            Assert.Equal(2, loaded.Networks.Count);
            float[] expected = Scores(trained), served = Scores(loaded);
            Assert.Equal(served, Scores(direct));
            Assert.Equal(30, served.Count(float.IsFinite));
            for (int i = 0; i < expected.Length; i++) Assert.Equal(expected[i], served[i], 2e-5); // z-scores: differences of 1e-6 over a small spread
            Assert.Equal(3, Directory.GetFiles(_folder).Length); // the weights of the model before are gone

            using Process process = Child.Start("serve", _folder);
            string[] lines = process.StandardOutput.ReadToEnd().Split('\n');
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, process.StandardError.ReadToEnd());
            Assert.Equal(served, lines[0].Split(' ').Select(h => BitConverter.Int32BitsToSingle(int.Parse(h, NumberStyles.HexNumber, CultureInfo.InvariantCulture))));
            Assert.Equal("0", lines[1]);
        }
    }

    [Fact]
    public void Every_byte_that_is_changed_or_cut_off_is_seen()
    {
        ModelFolder.Save(Fit(All[0]), _folder);
        string description = Path.Combine(_folder, ModelFolder.Description), weights = Directory.GetFiles(_folder, "*.safetensors")[0];
        byte[] content = File.ReadAllBytes(weights), text = File.ReadAllBytes(description);
        foreach (int at in new[] { 0, 9, 200, content.Length - 1 })
        {
            byte[] changed = [.. content];
            changed[at] ^= 1;
            File.WriteAllBytes(weights, changed);
            Assert.Contains("hash", Assert.Throws<ModelFolderException>(() => ModelFolder.Load(_folder)).Message, StringComparison.Ordinal);
        }

        File.Delete(weights);
        Assert.Contains("missing", Assert.Throws<ModelFolderException>(() => ModelFolder.Load(_folder)).Message, StringComparison.Ordinal);
        File.WriteAllBytes(weights, content);
        for (int length = 0; length < text.Length - 1; length += 37)
        {
            File.WriteAllBytes(description, text[..length]);
            Assert.Throws<ModelFolderException>(() => ModelFolder.Load(_folder));
        }

        string sound = System.Text.Encoding.UTF8.GetString(text);
        foreach ((string from, string to) in new[]
        {
            ("AlphaKit model 1", "AlphaKit model 9"), ("\"recurrent\"", "\"transformer\""), ("\"Lstm\"", "\"Rnn\""), ("\"steps\": 4", "\"steps\": 0"), ("\"scale\": \"None\"", "\"scale\": 7"),
            ("\"f0\"", "null"), (".safetensors\"", ".safetensor\""), ("\"stride\": 2", "\"stride\": 2.5"), ("\"weights\": [", "\"weights\": [\"../x.safetensors\","),
            ("\"features\": [],\n      \"steps\": 4", "\"features\": [\"other\"],\n      \"steps\": 4"), ("\"kind\": \"recurrent\"", "\"kind\": \"attention_dnn\""),
        })
        {
            Assert.Contains(from, sound, StringComparison.Ordinal);
            File.WriteAllText(description, sound.Replace(from, to, StringComparison.Ordinal));
            Assert.Throws<ModelFolderException>(() => ModelFolder.Load(_folder));
        }

        File.WriteAllText(description, sound.Replace("\"hidden\": 6", "\"hidden\": 7", StringComparison.Ordinal));
        Assert.Throws<WeightsException>(() => ModelFolder.Load(_folder));
        Assert.Throws<ModelFolderException>(() => ModelFolder.Load(Path.Combine(_folder, "absent")));
    }

    [Fact]
    public void A_folder_with_other_files_is_left_alone()
    {
        File.WriteAllText(Path.Combine(_folder, "thesis.txt"), "mine");
        Assert.Throws<ModelFolderException>(() => ModelFolder.Save(Fit(All[0]), _folder));
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Fact]
    public void A_day_with_other_features_is_refused()
    {
        ServedModel served = ServedModel.Of(Fit(All[0]));
        Study other = Study.Random(3, 60, 30, 3, 0.5);
        Assert.Throws<ArgumentException>(() => served.Predict(new FeatureDay(other.X(), other.Axes.Calendar[50]), new float[30]));
        Assert.Throws<ArgumentException>(() => served.Predict(new FeatureDay(_study.X(), _study.Axes.Calendar[50]), new float[29]));
        Assert.Equal(["f0", "f1", "f2", "f3"], served.Features);
    }

    private NetworkModel Fit(NetworkScorer scorer)
    {
        TrainingSet set = TrainingSet.Of(_study.X(), _study.Y(), [.. Enumerable.Range(20, 25).Select(t => _study.Axes.Calendar[t])], _study.Axes.Calendar[48]);
        return (NetworkModel)scorer.Fit(set, new TrainingContext { Random = RandomStream.Create(1, "test") }, default);
    }

    private float[] Scores(ITrainedModel model)
    {
        float[] scores = new float[30];
        model.Predict(new FeatureDay(_study.X(), _study.Axes.Calendar[50]), scores);
        return scores;
    }
}
