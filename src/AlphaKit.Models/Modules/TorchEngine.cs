// The engine of the networks. Their names are TorchSharp's, so that these lines are what changes for another engine.
global using AlphaKit.Torch;
global using AlphaKit.Torch.Modules;
