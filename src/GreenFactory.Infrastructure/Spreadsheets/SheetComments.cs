using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace GreenFactory.Infrastructure.Spreadsheets;

/// <summary>Comments on cells: their texts, and the VML drawing without which Excel shows none of them.</summary>
internal static class SheetComments
{
    /// <summary>Adds the comments to a sheet.</summary>
    /// <returns>The reference to put at the end of the sheet's elements; null without comments.</returns>
    internal static LegacyDrawing? Add(WorksheetPart sheet, IReadOnlyList<(CellAddress Address, string Text)> comments)
    {
        if (comments.Count == 0)
            return null;
        sheet.AddNewPart<WorksheetCommentsPart>().Comments = new Comments(
            new Authors(new Author("GreenFactory")),
            new CommentList(comments.Select(comment => new Comment(new CommentText(new Text(CellText.Clean(comment.Text))))
            {
                Reference = comment.Address.ToString(),
                AuthorId = 0,
            })));
        var drawing = sheet.AddNewPart<VmlDrawingPart>();
        using (var stream = new MemoryStream(Encoding.UTF8.GetBytes(Drawing(comments))))
            drawing.FeedData(stream);
        return new LegacyDrawing { Id = sheet.GetIdOfPart(drawing) };
    }

    private static string Drawing(IReadOnlyList<(CellAddress Address, string Text)> comments)
    {
        var shapes = new StringBuilder();
        foreach (var (address, _) in comments)
        {
            var (row, column) = (address.Row - 1, address.Column - 1);
            shapes.Append(CultureInfo.InvariantCulture, $"""
                <v:shape id="comment_{address}" type="#note" style="position:absolute;width:240px;height:96px;visibility:hidden" fillcolor="#fff3d1" o:insetmode="auto">
                  <v:fill color2="#fff3d1"/>
                  <v:path o:connecttype="none"/>
                  <x:ClientData ObjectType="Note">
                    <x:MoveWithCells/><x:SizeWithCells/>
                    <x:Anchor>{column + 1},15,{row},2,{column + 4},15,{row + 5},2</x:Anchor>
                    <x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column>
                  </x:ClientData>
                </v:shape>
                """);
        }

        return $"""
            <xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">
              <o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>
              <v:shapetype id="note" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">
                <v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/>
              </v:shapetype>
              {shapes}
            </xml>
            """;
    }
}
