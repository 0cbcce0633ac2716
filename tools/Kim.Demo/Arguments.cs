namespace Kim.Demo;

/// <summary>Positional words and <c>--name value</c> pairs of a command line.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, string> _options = new(StringComparer.Ordinal);
    private readonly List<string> _words = [];

    public Arguments(IReadOnlyList<string> args)
    {
        for (var index = 0; index < args.Count; index++)
        {
            if (!args[index].StartsWith("--", StringComparison.Ordinal)) _words.Add(args[index]);
            else if (index + 1 < args.Count) _options[args[index][2..]] = args[++index];
            else throw new DemoException($"The option {args[index]} needs a value.");
        }
    }

    public IReadOnlyList<string> Words => _words;

    public string Option(string name, string otherwise) => _options.GetValueOrDefault(name, otherwise);
}
