namespace GmConnect.Web.Documents;

public static class DocumentsSetup
{
    public static void AddDocuments(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<DocumentOptions>().Bind(builder.Configuration.GetSection("Documents"))
            .Validate(options => options.Holds(), "The section Documents of the settings does not hold.").ValidateOnStart();
        builder.Services.AddSingleton<DocumentPrinter>().AddSingleton<WriteManuscript>().AddSingleton<AnswerWithDocument>();
    }
}
