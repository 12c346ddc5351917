using AlphaKit.Torch.Modules;

namespace AlphaKit.Torch;

/// <content>Optimisers.</content>
public static partial class torch
{
    /// <summary>PyTorch's module <c>torch.optim</c>. Defaults are PyTorch's.</summary>
    public static partial class optim
    {
        /// <summary>Stochastic gradient descent with momentum.</summary>
        public static SGD SGD(IEnumerable<Parameter> parameters, double learningRate, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false) => new(parameters, learningRate, momentum, dampening, weight_decay, nesterov);

        /// <summary>Adam; the decay of weights is added to the gradient.</summary>
        public static Adam Adam(IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false) => new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad);

        /// <summary>Adam with decoupled decay of weights.</summary>
        public static AdamW AdamW(IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 1e-2, bool amsgrad = false) => new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad);
    }
}
