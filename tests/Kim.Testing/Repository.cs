using System.Runtime.CompilerServices;

namespace Kim.Testing;

/// <summary>Places of the working copy that tests read.</summary>
public static class Repository
{
    /// <summary>The root folder.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The profile <c>coesfeld</c>.</summary>
    public static string Profile => Path.Combine(Root, "profiles", "coesfeld");

    /// <summary>The profile <c>musterkreis</c>: an invented Kreis that shares nothing with the first but the schemas.</summary>
    public static string SampleProfile => Path.Combine(Root, "profiles", "musterkreis");

    private static string FindRoot([CallerFilePath] string source = "")
    {
        for (var folder = new DirectoryInfo(Path.GetDirectoryName(source)!); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Directory.Packages.props"))) return folder.FullName;
        throw new DirectoryNotFoundException("The repository's root was not found above " + source);
    }
}
