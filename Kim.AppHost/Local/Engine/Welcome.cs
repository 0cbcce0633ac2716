using System.Text;
using System.Text.Json;

namespace Kim.AppHost.Local;

/// <summary>The text for a person when all is ready: addresses, demo accounts, how to stop. Kept for the next <c>./kim up</c>.</summary>
internal static class Welcome
{
    public static string Write(KimFolder folder, string origin, string? dashboard)
    {
        var text = new StringBuilder();
        text.AppendLine();
        text.AppendLine($"  Kim             {origin}");
        text.AppendLine($"  API pages       {new Uri(new Uri(origin), "docs")}");
        text.AppendLine($"  Dashboard       {dashboard ?? "not installed (needs npm: ./kim up installs it where the package can be had)"}");
        AppendAccounts(text, folder.DemoAccounts);
        text.AppendLine();
        text.AppendLine("  Status: ./kim status   Stop: ./kim down (or Ctrl-C in its terminal)   Start over: ./kim reset");
        KimFolder.WritePrivate(folder.Origin, origin);
        KimFolder.WritePrivate(folder.Welcome, text.ToString());
        return text.ToString();
    }

    private static void AppendAccounts(StringBuilder text, string path)
    {
        if (!File.Exists(path))
            return;
        text.AppendLine();
        text.AppendLine($"  {"Demo account",-14}  {"password",-26}  {"TOTP secret",-34}  roles");
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        var accounts = document.RootElement.ValueKind == JsonValueKind.Array
            ? document.RootElement
            : document.RootElement.GetProperty("accounts");
        foreach (var account in accounts.EnumerateArray())
        {
            text.AppendLine($"  {Text(account, "name"),-14}  {Text(account, "password"),-26}  {Text(account, "totpSecret"),-34}  {Roles(account)}");
        }
    }

    private static string Text(JsonElement account, string name) =>
        account.TryGetProperty(name, out var value) ? value.ToString() : "";

    private static string Roles(JsonElement account) =>
        account.TryGetProperty("roles", out var roles) && roles.ValueKind == JsonValueKind.Array
            ? string.Join(", ", roles.EnumerateArray().Select(r => r.ToString()))
            : "";
}
