using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GmConnect.Domain.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class SafeguardsAndReplay : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Consulted",
                table: "StandingFacts",
                type: "character varying(400)",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "JudgedBy",
                table: "StandingFacts",
                type: "character varying(400)",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Act",
                table: "AccessEntry",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Wanted",
                table: "AccessEntry",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Consulted",
                table: "StandingFacts");

            migrationBuilder.DropColumn(
                name: "JudgedBy",
                table: "StandingFacts");

            migrationBuilder.DropColumn(
                name: "Act",
                table: "AccessEntry");

            migrationBuilder.DropColumn(
                name: "Wanted",
                table: "AccessEntry");
        }
    }
}
