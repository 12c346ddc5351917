using System.Runtime.InteropServices;

namespace AlphaKit.Torch;

/// <summary>One argument or result as the native side sees it: a tag, a length, eight bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeValue
{
    public int Tag;
    public int N;
    public long Bits;
}
