namespace Kim.Portal.Web;

/// <summary>What the forms of the page being rendered carry.</summary>
public sealed class FormState
{
    public const string KeyField = "form-key";
    public const string ETagField = "form-etag";

    /// <summary>Version of what the page shows.</summary>
    public string? ETag { get; set; }

    /// <summary>The key of the submission whose effect is unknown: sending the same again must not act twice.</summary>
    public string? RepeatedKey { get; set; }

    public static FormState Of(HttpContext context)
    {
        if (context.Items[typeof(FormState)] is FormState state) return state;
        context.Items[typeof(FormState)] = state = new FormState();
        return state;
    }
}
