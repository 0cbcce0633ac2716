using System.Runtime.CompilerServices;

namespace Kim.AppHost.Local;

/// <summary>A text with parts that are known only at run time, written as an interpolated string.</summary>
[InterpolatedStringHandler]
internal sealed class ReferenceExpression(int literalLength, int formattedCount)
{
    private readonly List<Func<string>> _parts = new(Math.Min(literalLength, formattedCount + 1) + formattedCount);

    public static ReferenceExpression Create(ReferenceExpression expression) => expression;

    public string GetValue() => string.Concat(_parts.Select(part => part()));

    public void AppendLiteral(string value) => _parts.Add(() => value);

    public void AppendFormatted(string value) => _parts.Add(() => value);

    public void AppendFormatted(Func<string> value) => _parts.Add(value);

    public void AppendFormatted(Endpoint value) => _parts.Add(() => value.Url);

    public void AppendFormatted(IResourceBuilder<ParameterResource> value) => _parts.Add(value.Resource.Value);
}
