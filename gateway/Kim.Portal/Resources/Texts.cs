namespace Kim.Portal.Resources;

/// <summary>Names the resources <c>Texts.resx</c> (German) and <c>Texts.en.resx</c>.</summary>
public sealed class Texts;
