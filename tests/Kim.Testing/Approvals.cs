using System.Runtime.CompilerServices;

namespace Kim.Testing;

/// <summary>
/// Approved texts: <c>Approved/{name}</c> beside the test's source is the truth. A difference fails the test and leaves
/// <c>{name}.received</c> beside it; <c>KIM_APPROVE=1</c> rewrites the truth, to be read in the diff of the commit.
/// </summary>
public static class Approvals
{
    /// <summary>Compares <paramref name="text"/> with the approved file.</summary>
    public static void Match(string text, string name, [CallerFilePath] string source = "") =>
        MatchFile(text, Path.Combine(Path.GetDirectoryName(source)!, "Approved", name));

    /// <summary>Every line must be among the approved ones; an approved line need not come each time.</summary>
    public static void MatchAmong(IEnumerable<string> lines, string name, [CallerFilePath] string source = "")
    {
        var approved = Path.Combine(Path.GetDirectoryName(source)!, "Approved", name);
        var known = File.Exists(approved) ? File.ReadAllLines(approved) : [];
        MatchFile(string.Join('\n', lines.Concat(known).Distinct().Order(StringComparer.Ordinal)), approved);
    }

    /// <summary>Compares <paramref name="text"/> with an approved file that has its place elsewhere, for example among the documents.</summary>
    public static void MatchFile(string text, string approved)
    {
        var name = Path.GetFileName(approved);
        var received = Path.Combine(Path.GetDirectoryName(approved)!, Path.GetFileNameWithoutExtension(name) + ".received" + Path.GetExtension(name));
        var actual = text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        if (Environment.GetEnvironmentVariable("KIM_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(approved)!);
            File.WriteAllText(approved, actual);
            File.Delete(received);
            return;
        }

        var expected = File.Exists(approved) ? File.ReadAllText(approved).ReplaceLineEndings("\n") : "";
        if (expected == actual)
        {
            File.Delete(received);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(received)!);
        File.WriteAllText(received, actual);
        throw new ApprovalException($"{name} differs from what was approved.\n{FirstDifference(expected, actual)}\n"
            + $"See: diff -u '{approved}' '{received}'\nIf the change is meant: KIM_APPROVE=1 ./kim test, and commit the diff.");
    }

    private static string FirstDifference(string expected, string actual)
    {
        var (left, right) = (expected.Split('\n'), actual.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(left.Length, right.Length)).First(i => left.ElementAtOrDefault(i) != right.ElementAtOrDefault(i));
        return $"Line {line + 1}:\n  approved: {left.ElementAtOrDefault(line) ?? "(end)"}\n  received: {right.ElementAtOrDefault(line) ?? "(end)"}";
    }
}

/// <summary>A text is not the approved one.</summary>
public sealed class ApprovalException(string message) : Exception(message);
