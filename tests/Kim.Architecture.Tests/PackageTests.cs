using System.Xml.Linq;

namespace Kim.Architecture.Tests;

/// <summary>Traps among packages (docs/adr/0003): a wrong one is a wrong licence.</summary>
public sealed class PackageTests
{
    [Fact]
    public void MassTransit_stays_on_its_last_open_version() =>
        Assert.Equal(new Version(8, 5, 12), System.Diagnostics.FileVersionInfo.GetVersionInfo(Path.Combine(AppContext.BaseDirectory, "MassTransit.dll")) is var info
            ? new Version(info.FileMajorPart, info.FileMinorPart, info.FileBuildPart) : null);

    [Fact]
    public void MassTransits_usage_telemetry_is_off() => Assert.Contains(
        House.Room("Kim.ServiceKit", "Kim.ServiceKit.Messaging").SelectMany(type => type.Methods).Where(method => method.HasBody)
            .SelectMany(method => method.Body.Instructions).Select(instruction => instruction.Operand?.ToString() ?? ""),
        operand => operand.Contains("DisableUsageTelemetry", StringComparison.Ordinal));

    [Fact]
    public void No_package_under_AGPL_or_with_a_paid_licence_is_listed()
    {
        string[] traps = ["PdfSharp", "PDFsharp", "EPPlus", "ClosedXML", "FluentAssertions", "MediatR", "AutoMapper", "Duende.IdentityServer"];
        var listed = XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props")).Descendants("PackageVersion").Select(element => (string)element.Attribute("Include")!);
        Assert.Empty(listed.Intersect(traps, StringComparer.OrdinalIgnoreCase));
    }
}
