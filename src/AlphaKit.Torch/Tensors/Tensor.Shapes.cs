namespace AlphaKit.Torch;

/// <content>Shapes, selection, copies, devices. Views share memory with their source.</content>
public partial class Tensor
{
    /// <summary>One row of the first dimension, as a view.</summary>
    public Tensor this[long index] => Aten.select.Call(this, 0, index);

    /// <summary>Another shape over the same memory; −1 once for what is left.</summary>
    public Tensor view(params long[] shape) => Aten.view.Call(this, shape);

    /// <summary>Another shape, copied only where a view cannot be had.</summary>
    public Tensor reshape(params long[] shape) => Aten.reshape.Call(this, shape);

    /// <summary>Two dimensions exchanged, as a view.</summary>
    public Tensor transpose(long dim0, long dim1) => Aten.transpose.Call(this, dim0, dim1);

    /// <summary>The transposed matrix, as a view.</summary>
    public Tensor t() => Aten.t.Call(this);

    /// <summary>Dimensions in another order, as a view.</summary>
    public Tensor permute(params long[] permutation) => Aten.permute.Call(this, permutation);

    /// <summary>A dimension of length 1 put in.</summary>
    public Tensor unsqueeze(long dim) => Aten.unsqueeze.Call(this, dim);

    /// <summary>A dimension of length 1 taken out; null takes out all of them.</summary>
    public Tensor squeeze(long? dim = null) => dim is { } d ? Aten.squeeze_d.Call(this, d) : Aten.squeeze.Call(this);

    /// <summary>Dimensions from one to another made one.</summary>
    public Tensor flatten(long start_dim = 0, long end_dim = -1) => Aten.flatten.Call(this, start_dim, end_dim);

    /// <summary>Dimensions of length 1 repeated without copying; −1 keeps a length.</summary>
    public Tensor expand(params long[] sizes) => Aten.expand.Call(this, sizes);

    /// <summary>The whole repeated along each dimension, copied.</summary>
    public Tensor repeat(params long[] sizes) => Aten.repeat.Call(this, sizes);

    /// <summary>Each element along a dimension repeated.</summary>
    public Tensor repeat_interleave(long repeats, long? dim = null) => Aten.repeat_interleave.Call(this, repeats, dim);

    /// <summary>One position of a dimension, as a view.</summary>
    public Tensor select(long dim, long index) => Aten.select.Call(this, dim, index);

    /// <summary>A stretch of a dimension, as a view.</summary>
    public Tensor narrow(long dim, long start, long length) => Aten.narrow.Call(this, dim, start, length);

    /// <summary>Every step-th position of a stretch of a dimension, as a view.</summary>
    public Tensor slice(long dim, long start, long finish, long step) => Aten.slice.Call(this, dim, start, finish, step);

    /// <summary>Chosen positions of a dimension.</summary>
    public Tensor index_select(long dim, Tensor index) => Aten.index_select.Call(this, dim, index);

    /// <summary>One element for each index along a dimension.</summary>
    public Tensor gather(long dim, Tensor index) => Aten.gather.Call(this, dim, index);

    /// <summary>A copy with elements of another tensor written to the indices along a dimension.</summary>
    public Tensor scatter(long dim, Tensor index, Tensor src) => Aten.scatter.Call(this, dim, index, src);

    /// <summary>Elements by index tensors, one for each leading dimension; null takes all of a dimension.</summary>
    public Tensor index(params Tensor?[] indices) => Aten.index.Call(this, indices);

    /// <summary>The elements where a mask is true, in a row.</summary>
    public Tensor masked_select(Tensor mask) => Aten.masked_select.Call(this, mask);

    /// <summary>A copy with a number where the mask is true.</summary>
    public Tensor masked_fill(Tensor mask, Scalar value) => Aten.masked_fill.Call(this, mask, value);

    /// <summary>This where the condition is true, else the other.</summary>
    public Tensor where(Tensor condition, Tensor y) => Aten.where.Call(condition, this, y);

    /// <summary>Dimensions reversed.</summary>
    public Tensor flip(params long[] dims) => Aten.flip.Call(this, dims);

    /// <summary>Positions shifted round along a dimension.</summary>
    public Tensor roll(long shifts, long dims) => Aten.roll.Call(this, shifts, dims);

    /// <summary>The lower triangle, the rest 0.</summary>
    public Tensor tril(long diagonal = 0) => Aten.tril.Call(this, diagonal);

    /// <summary>The upper triangle, the rest 0.</summary>
    public Tensor triu(long diagonal = 0) => Aten.triu.Call(this, diagonal);

    /// <summary>Windows along a dimension, as a view with one dimension more.</summary>
    public Tensor unfold(long dimension, long size, long step) => Aten.unfold.Call(this, dimension, size, step);

    /// <summary>The slices along a dimension, as views.</summary>
    public Tensor[] unbind(long dim = 0) => Aten.unbind.CallList(this, dim);

    /// <summary>Stretches of equal length along a dimension, the last one perhaps shorter, as views.</summary>
    public Tensor[] split(long size, long dim = 0) => Aten.split.CallList(this, size, dim);

    /// <summary>A number of stretches along a dimension, as views.</summary>
    public Tensor[] chunk(long chunks, long dim = 0) => Aten.chunk.CallList(this, chunks, dim);

    /// <summary>Where the elements are not 0: one row of indices for each.</summary>
    public Tensor nonzero() => Aten.nonzero.Call(this);

    /// <summary>The same elements in row-major order; this memory where it is already so.</summary>
    public Tensor contiguous() => Aten.contiguous.Call(this);

    /// <summary>A copy, with its gradient.</summary>
    public Tensor clone() => Aten.clone.Call(this);

    /// <summary>The same memory without its gradient.</summary>
    public Tensor detach() => Aten.detach.Call(this);

    /// <summary>Another handle to the same memory and gradient.</summary>
    public Tensor alias() => Aten.alias.Call(this);

    /// <summary>On another device; a new handle to the same memory where it is there already.</summary>
    /// <exception cref="TorchDeviceException">The device is not here.</exception>
    public Tensor to(Device device, bool non_blocking = false) => Aten.to_device.Call(this, device, dtype, non_blocking);

    /// <summary>As another type of numbers.</summary>
    public Tensor to(ScalarType type) => Aten.to_dtype.Call(this, type);

    /// <summary>As another type of numbers.</summary>
    public Tensor to_type(ScalarType type) => Aten.to_dtype.Call(this, type);

    /// <summary>On the processor.</summary>
    public Tensor cpu() => to(torch.CPU);

    /// <summary>On the current CUDA card.</summary>
    /// <exception cref="TorchDeviceException">There is none.</exception>
    public Tensor cuda() => to(torch.CUDA);

    /// <summary>In page-locked memory, from which a card copies faster.</summary>
    public Tensor pin_memory() => Aten.pin_memory.Call(this);
}
