using AlphaKit.Torch.Modules;

namespace AlphaKit.Torch;

/// <content>Losses as modules; what they compute stands in <see cref="nn.functional"/>.</content>
public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Squared errors.</summary>
        public static Loss MSELoss(Reduction reduction = Reduction.Mean) => new(nameof(MSELoss), (x, y) => functional.mse_loss(x, y, reduction));

        /// <summary>Absolute errors.</summary>
        public static Loss L1Loss(Reduction reduction = Reduction.Mean) => new(nameof(L1Loss), (x, y) => functional.l1_loss(x, y, reduction));

        /// <summary>Squared errors near, absolute errors far.</summary>
        public static Loss HuberLoss(double delta = 1, Reduction reduction = Reduction.Mean) => new(nameof(HuberLoss), (x, y) => functional.huber_loss(x, y, delta, reduction));

        /// <summary>Huber's loss divided by beta.</summary>
        public static Loss SmoothL1Loss(Reduction reduction = Reduction.Mean, double beta = 1) => new(nameof(SmoothL1Loss), (x, y) => functional.smooth_l1_loss(x, y, reduction, beta));

        /// <summary>Cross-entropy of classes; the weights become a buffer.</summary>
        public static Loss CrossEntropyLoss(Tensor? weight = null, long ignore_index = -100, Reduction reduction = Reduction.Mean, double label_smoothing = 0) => new(nameof(CrossEntropyLoss), (x, y) => functional.cross_entropy(x, y, weight, ignore_index, reduction, label_smoothing), weight);

        /// <summary>Negative logarithms of probabilities; the weights become a buffer.</summary>
        public static Loss NLLLoss(Tensor? weight = null, long ignore_index = -100, Reduction reduction = Reduction.Mean) => new(nameof(NLLLoss), (x, y) => functional.nll_loss(x, y, weight, ignore_index, reduction), weight);

        /// <summary>Binary cross-entropy of probabilities.</summary>
        public static Loss BCELoss(Tensor? weight = null, Reduction reduction = Reduction.Mean) => new(nameof(BCELoss), (x, y) => functional.binary_cross_entropy(x, y, weight, reduction), weight);

        /// <summary>Binary cross-entropy of logits.</summary>
        public static Loss BCEWithLogitsLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null) => new(nameof(BCEWithLogitsLoss), (x, y) => functional.binary_cross_entropy_with_logits(x, y, weight, reduction, pos_weights), weight);
    }
}
