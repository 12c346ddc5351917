using AlphaKit.Models;

namespace AlphaKit.Snippets;

internal static class ServeModel
{
    #region serve-model
    public static void Save(NetworkModel model) => ModelFolder.Save(model, "models/today"); // where it was trained

    public static void Score(FeatureDay day, Span<float> scores)                            // where it is used
    {
        ServedModel model = ModelFolder.Load("models/today", threads: 2);
        model.Predict(day, scores);
    }
    #endregion
}
