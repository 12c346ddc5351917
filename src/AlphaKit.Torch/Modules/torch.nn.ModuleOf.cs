namespace AlphaKit.Torch;

/// <content>Modules by number of inputs.</content>
public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module of one input.</summary>
        public abstract class Module<T, TResult> : Module
        {
            /// <summary>Starts a module without parts.</summary>
            /// <param name="name">What it is called in messages.</param>
            protected Module(string name)
                : base(name)
            {
            }

            /// <summary>Computes the output.</summary>
            public abstract TResult forward(T input);

            /// <summary>Computes the output.</summary>
            public TResult call(T input) => forward(input);
        }

        /// <summary>A module of two inputs.</summary>
        public abstract class Module<T1, T2, TResult> : Module
        {
            /// <summary>Starts a module without parts.</summary>
            /// <param name="name">What it is called in messages.</param>
            protected Module(string name)
                : base(name)
            {
            }

            /// <summary>Computes the output.</summary>
            public abstract TResult forward(T1 input1, T2 input2);

            /// <summary>Computes the output.</summary>
            public TResult call(T1 input1, T2 input2) => forward(input1, input2);
        }

        /// <summary>A module of three inputs.</summary>
        public abstract class Module<T1, T2, T3, TResult> : Module
        {
            /// <summary>Starts a module without parts.</summary>
            /// <param name="name">What it is called in messages.</param>
            protected Module(string name)
                : base(name)
            {
            }

            /// <summary>Computes the output.</summary>
            public abstract TResult forward(T1 input1, T2 input2, T3 input3);

            /// <summary>Computes the output.</summary>
            public TResult call(T1 input1, T2 input2, T3 input3) => forward(input1, input2, input3);
        }
    }
}
