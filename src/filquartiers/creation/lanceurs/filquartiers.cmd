@echo off
rem Le programme, depuis ce dossier : .\filquartiers --help
setlocal DisableDelayedExpansion
chcp 65001 >nul
set "PYTHONUTF8=1"
set "PYTHON=@PYTHON@"
set "PROGRAMME=@PROGRAMME@"
if not exist "%PYTHON%" set "PYTHON=py"
if not exist "%PROGRAMME%" (
  echo Le programme n’est plus dans "%PROGRAMME%" : s’il a été déplacé, ou si ce dossier vient d’un autre ordinateur, allez dans le dossier du programme et tapez : py src\filquartiers new raccourcis --projet "%~dp0."
  exit /b 2
)
"%PYTHON%" @APPEL@ %*
