using System.Text;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Kim.ServiceKit.Profile;

/// <summary>Checks a file against its JSON schema (draft 7).</summary>
internal static class ProfileSchema
{
    public static async Task<IReadOnlyList<ProfileError>> FaultsAsync(string file, byte[] bytes, string schemaFile, byte[] schemaBytes, CancellationToken ct)
    {
        JsonSchema schema;
        try
        {
            schema = await JsonSchema.FromJsonAsync(Encoding.UTF8.GetString(schemaBytes), ct);
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            // The library throws whatever its parser meets; a schema that it cannot read must never let a file pass.
            return [new ProfileError(schemaFile, "", $"is not a JSON schema: {broken.Message}")];
        }

        return
        [
            .. schema.Validate(Encoding.UTF8.GetString(bytes)).SelectMany(Flat)
                .Select(fault => new ProfileError(file, JsonPointer.OfPath(fault.Path), Reason(fault)))
                .Distinct(),
        ];
    }

    // Where null is one of several types, 'must be null' would only hide what is wrong with the value.
    private static IEnumerable<ValidationError> Flat(ValidationError error) => error switch
    {
        ChildSchemaValidationError { Errors.Count: > 0 } parent => parent.Errors.Values.SelectMany(children => children).SelectMany(Flat),
        MultiTypeValidationError { Errors.Count: > 0 } parent => parent.Errors
            .Where(type => type.Key is not JsonObjectType.Null).SelectMany(type => type.Value).SelectMany(Flat),
        _ => [error],
    };

    private static string Reason(ValidationError error) => error.Kind switch
    {
        ValidationErrorKind.PropertyRequired => "is missing",
        ValidationErrorKind.NoAdditionalPropertiesAllowed => "is not a member that the schema knows",
        ValidationErrorKind.PatternMismatch => $"does not match the pattern {error.Schema.Pattern}",
        ValidationErrorKind.NotInEnumeration => $"must be one of {string.Join(", ", error.Schema.Enumeration)}",
        ValidationErrorKind.StringExpected => "must be a text",
        ValidationErrorKind.IntegerExpected => "must be a whole number",
        ValidationErrorKind.NumberExpected => "must be a number",
        ValidationErrorKind.BooleanExpected => "must be true or false",
        ValidationErrorKind.ArrayExpected => "must be a list",
        ValidationErrorKind.ObjectExpected => "must be an object",
        ValidationErrorKind.NullExpected => "must be null",
        ValidationErrorKind.NumberTooBig or ValidationErrorKind.IntegerTooBig => $"must be at most {error.Schema.Maximum ?? error.Schema.ExclusiveMaximum}",
        ValidationErrorKind.NumberTooSmall => error.Schema.ExclusiveMinimum is { } bound ? $"must be more than {bound}" : $"must be at least {error.Schema.Minimum}",
        ValidationErrorKind.NumberNotMultipleOf => $"must be a multiple of {error.Schema.MultipleOf}",
        ValidationErrorKind.DateExpected => "must be a date (yyyy-MM-dd)",
        ValidationErrorKind.ItemsNotUnique => "names something twice",
        ValidationErrorKind.TooFewItems => $"must have at least {error.Schema.MinItems} entries",
        ValidationErrorKind.TooManyItems => $"must have at most {error.Schema.MaxItems} entries",
        _ => error.Kind.ToString(),
    };
}
