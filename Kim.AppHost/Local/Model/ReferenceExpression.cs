using System.Runtime.CompilerServices;

namespace Kim.AppHost.Local;

/// <summary>A text with parts that are known only at run time, written as an interpolated string.</summary>
internal sealed class ReferenceExpression : IValueProvider
{
    private readonly IReadOnlyList<IValueProvider> _parts;

    private ReferenceExpression(IReadOnlyList<IValueProvider> parts) => _parts = parts;

    public static ReferenceExpression Create(in ExpressionInterpolatedStringHandler handler) => new(handler.Parts);

    public string GetValue() => string.Concat(_parts.Select(p => p.GetValue()));

    [InterpolatedStringHandler]
    internal readonly ref struct ExpressionInterpolatedStringHandler(int literalLength, int formattedCount)
    {
        internal List<IValueProvider> Parts { get; } = new(formattedCount + Math.Min(literalLength, formattedCount + 1));

        public void AppendLiteral(string value) => Parts.Add(new Text(value));

        public void AppendFormatted(string? value) => Parts.Add(new Text(value ?? ""));

        public void AppendFormatted<T>(T valueProvider) where T : IValueProvider => Parts.Add(valueProvider);

        public void AppendFormatted<T>(IResourceBuilder<T> valueProvider) where T : IResource, IValueProvider =>
            Parts.Add(valueProvider.Resource);
    }
}

internal sealed record Text(string Value) : IValueProvider
{
    public string GetValue() => Value;
}
