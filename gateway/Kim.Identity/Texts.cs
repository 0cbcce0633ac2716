namespace Kim.Identity;

/// <summary>Names the texts of the pages: <c>Resources/Texts.resx</c> (German) and <c>Texts.en.resx</c>.</summary>
public sealed class Texts;
